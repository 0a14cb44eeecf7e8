import { activityFile } from '@/features/activities/export-queries';
import { companyFile } from '@/features/companies/export-queries';
import { contactFile } from '@/features/contacts/export-queries';
import { dealFile } from '@/features/deals/export-queries';
import { exportEverything } from '@/features/export/queries';
import { userDownload } from '@/lib/download';

/** All that the account holds as one archive. */
export const GET = userDownload((userId) =>
	exportEverything(userId, [companyFile, contactFile, dealFile, activityFile]),
);
