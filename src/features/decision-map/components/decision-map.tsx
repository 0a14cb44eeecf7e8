import { Card, CardAction, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { companyPeoplePath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { factsOf, treeOf } from '../map-facts';
import { layOutMap } from '../map-layout';
import { maxMapped, readDecisionMap } from '../server/decision-map-queries';
import { MapLegend } from './map-legend';
import { MapList } from './map-list';
import { MapPicture } from './map-picture';

/** Who reports to whom at a company, who decides, and when each was last contacted: a picture, and the same as a list. */
export async function DecisionMap({ companyId }: { companyId: string }) {
	const userId = await requireUserId();
	const [{ contacts, hasMore }, { timeZone }] = await Promise.all([
		readDecisionMap(userId, companyId),
		getSettings(userId),
	]);
	if (contacts.length === 0) return null;
	const today = dayIn(new Date(), timeZone);
	const facts = new Map(contacts.map((contact) => [contact.id, factsOf(contact, today, timeZone)]));
	const roots = treeOf(contacts);
	const layout = layOutMap(roots);
	return (
		<Card className="gap-3 pb-3">
			<CardHeader>
				<CardTitle>Decision map</CardTitle>
				{hasMore && (
					<CardAction>
						<Link href={companyPeoplePath(companyId)} className="text-sm hover:underline">
							All in the list
						</Link>
					</CardAction>
				)}
			</CardHeader>
			<CardContent className="flex flex-col gap-3">
				<MapLegend facts={[...facts.values()]} />
				<MapPicture layout={layout} facts={facts} />
				{layout.lines.length === 0 && contacts.length > 1 && (
					<p className="text-muted-foreground">To connect contacts, edit one and set “Reports to”.</p>
				)}
				{hasMore && (
					<p className="text-muted-foreground">
						The map shows the first <span>{maxMapped}</span> contacts, decision makers first.
					</p>
				)}
				<details>
					<summary className="w-fit cursor-pointer text-muted-foreground hover:text-foreground">Show list</summary>
					<MapList nodes={roots} facts={facts} label="Decision map" />
				</details>
			</CardContent>
		</Card>
	);
}
