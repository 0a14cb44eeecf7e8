import { companiesFile } from '@/features/reports/server/report-download-queries';
import { userDownload } from '@/lib/request/download';

/** The companies by last contact, as a CSV file. */
export const GET = userDownload(companiesFile);
