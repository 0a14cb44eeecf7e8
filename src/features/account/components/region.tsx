import { requireUserId } from '@/lib/auth/session';
import { listedTimeZone } from '@/lib/locale';
import { regionChoices } from '../account-region';
import { getSettings } from '../server/account-queries';
import { RegionForm } from './region-form';

/** How money, dates and weeks are shown. */
export async function Region() {
	const settings = await getSettings(await requireUserId());
	// stored under an older name, the zone is still the one in the list
	const saved = { ...settings, timeZone: listedTimeZone(settings.timeZone) ?? settings.timeZone };
	return <RegionForm saved={saved} choices={regionChoices(saved)} />;
}
