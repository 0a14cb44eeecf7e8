import { companyFile } from '@/features/companies/server/company-export-queries';
import { exportList } from '@/features/export/server/export-queries';
import { userDownload } from '@/lib/request/download';

/** The companies of a list as a CSV file. */
export const GET = userDownload((userId, params) => exportList(userId, companyFile, params));
