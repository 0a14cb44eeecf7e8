import { companyFile } from '@/features/companies/export-queries';
import { exportList } from '@/features/export/queries';
import { userDownload } from '@/lib/download';

/** The companies of a list as a CSV file. */
export const GET = userDownload((userId, params) => exportList(userId, companyFile, params));
