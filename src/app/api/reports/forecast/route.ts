import { forecastFile } from '@/features/reports/download-queries';
import { userDownload } from '@/lib/download';

/** The open deals by expected close, as a CSV file. */
export const GET = userDownload(forecastFile);
