import { briefPage } from '../../../records/brief-page';

const { title, Page } = briefPage((id) => ({ dealId: id }));

export { Page as default, title as generateMetadata };
