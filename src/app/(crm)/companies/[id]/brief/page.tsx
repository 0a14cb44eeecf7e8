import { briefPage } from '../../../records/brief-page';

const { title, Page } = briefPage((id) => ({ companyId: id }));

export { Page as default, title as generateMetadata };
