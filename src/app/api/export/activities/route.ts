import { activityFile } from '@/features/activities/export-queries';
import { exportList } from '@/features/export/queries';
import { userDownload } from '@/lib/download';

/** The activities of a list as a CSV file. */
export const GET = userDownload((userId, params) => exportList(userId, activityFile, params));
