import { activitiesFile } from '@/features/reports/server/report-download-queries';
import { userDownload } from '@/lib/request/download';

/** The activities, week by week, as a CSV file. */
export const GET = userDownload(activitiesFile);
