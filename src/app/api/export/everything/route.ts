import { activityFile } from '@/features/activities/server/activity-export-queries';
import { companyFile } from '@/features/companies/server/company-export-queries';
import { contactFile } from '@/features/contacts/server/contact-export-queries';
import { dealFile } from '@/features/deals/server/deal-export-queries';
import { exportEverything } from '@/features/export/server/export-queries';
import { userDownload } from '@/lib/request/download';

/** All that the account holds as one archive. */
export const GET = userDownload((userId) =>
	exportEverything(userId, [companyFile, contactFile, dealFile, activityFile]),
);
