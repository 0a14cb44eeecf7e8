import { Skeleton } from '@/components/ui/skeleton';
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

export function RegionSkeleton() {
	return (
		<div aria-busy="true" className="flex flex-col gap-4">
			<span className="sr-only">Loading the region…</span>
			<div className="grid gap-4 sm:grid-cols-2">
				<Skeleton className="h-[5.25rem]" />
				<Skeleton className="h-[5.25rem]" />
				<Skeleton className="h-[3.875rem]" />
				<Skeleton className="h-[3.875rem]" />
			</div>
			<Skeleton className="h-9 w-28" />
		</div>
	);
}
