import { Badge } from '@/components/ui/badge';
import { TypeIcon } from '../components/type-icon';
import type { PendingActivity } from '../composer/pending-activities';

/** What is being saved, as it will stand in the timeline; after a moment it says that it is. */
export function PendingEntries({ activities }: { activities: PendingActivity[] }) {
	if (activities.length === 0) return null;
	return (
		<ol aria-label="Saving" data-coming>
			{activities.toReversed().map(({ id, type, subject, description, people, outcome, nextSteps, when }) => (
				<li key={id}>
					<TypeIcon type={type} />
					<div>
						<div data-head>
							<span translate="no" className="wrap-anywhere">
								{subject}
							</span>
							<span data-when>
								<span data-saving>Saving…</span> {when}
							</span>
						</div>
						{(people.length > 0 || outcome) && (
							<p data-about translate="no">
								{people.map((person) => (
									<span key={person.id}>{person.name}</span>
								))}
								{outcome && <Badge>{outcome}</Badge>}
							</p>
						)}
						{description && (
							<p translate="no" className="wrap-anywhere line-clamp-3 whitespace-pre-wrap">
								{description}
							</p>
						)}
						{nextSteps && (
							<div data-next-steps>
								<span>Next: </span>
								<span translate="no">{nextSteps}</span>
							</div>
						)}
					</div>
				</li>
			))}
		</ol>
	);
}
