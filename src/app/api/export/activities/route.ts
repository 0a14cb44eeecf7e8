import { activityFile } from '@/features/activities/server/activity-export-queries';
import { exportList } from '@/features/export/server/export-queries';
import { userDownload } from '@/lib/request/download';

/** The activities of a list as a CSV file. */
export const GET = userDownload((userId, params) => exportList(userId, activityFile, params));
