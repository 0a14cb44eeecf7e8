import { forecastFile } from '@/features/reports/server/report-download-queries';
import { userDownload } from '@/lib/request/download';

/** The open deals by expected close, as a CSV file. */
export const GET = userDownload(forecastFile);
