import { dealFile } from '@/features/deals/server/deal-export-queries';
import { exportList } from '@/features/export/server/export-queries';
import { userDownload } from '@/lib/request/download';

/** The deals of a list or of the board as a CSV file. */
export const GET = userDownload((userId, params) => exportList(userId, dealFile, params));
