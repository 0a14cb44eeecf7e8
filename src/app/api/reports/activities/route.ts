import { activitiesFile } from '@/features/reports/download-queries';
import { userDownload } from '@/lib/download';

/** The activities, week by week, as a CSV file. */
export const GET = userDownload(activitiesFile);
