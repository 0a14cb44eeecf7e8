import { briefPage } from '../../../records/brief-page';

const { title, Page } = briefPage((id) => ({ meetingId: id }));

export { Page as default, title as generateMetadata };
