import { companiesFile } from '@/features/reports/download-queries';
import { userDownload } from '@/lib/download';

/** The companies by last contact, as a CSV file. */
export const GET = userDownload(companiesFile);
