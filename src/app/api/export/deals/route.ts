import { dealFile } from '@/features/deals/export-queries';
import { exportList } from '@/features/export/queries';
import { userDownload } from '@/lib/download';

/** The deals of a list or of the board as a CSV file. */
export const GET = userDownload((userId, params) => exportList(userId, dealFile, params));
