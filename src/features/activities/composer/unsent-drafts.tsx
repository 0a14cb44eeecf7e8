'use no memo';

import type { FormFailure } from '@/components/form/form';
import { withNames } from '@/components/form/message';
import { SignedOut } from '@/components/form/signed-out';
import { Button } from '@/components/ui/button';
import { failureText } from '@/lib/errors/failure';
import type { Draft } from './composer-draft';
import { splitText } from './composer-text';

/** What was typed, and why it was not saved. */
export type Unsent = { draft: Draft; failure: FormFailure | null };

type UnsentDraftsProps = {
	unsent: Unsent[];
	onPutBack: (unsent: Unsent) => void;
	onDiscard: (unsent: Unsent) => void;
};

/** What was typed and is not logged, beside what stands in the composer: each with the reason, where there is one. */
export function UnsentDrafts({ unsent, onPutBack, onDiscard }: UnsentDraftsProps) {
	if (unsent.length === 0) return null;
	return (
		<ul aria-label="Not logged yet" className="flex flex-col gap-2">
			{unsent.map((each) => {
				const { subject } = splitText(each.draft.text);
				return (
					<li
						key={each.draft.id}
						className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-dashed px-3 py-2"
					>
						<div className="min-w-0 flex-1">
							<p translate="no" className="truncate">
								{subject || each.draft.nextSteps || each.draft.outcome}
							</p>
							<p role={each.failure ? 'alert' : undefined} className="text-muted-foreground text-xs">
								{each.failure?.signedOut && <SignedOut typed />}
								{each.failure && !each.failure.signedOut && withNames(failureText(each.failure))}
								{!each.failure && 'Not logged yet'}
							</p>
						</div>
						<Button size="sm" variant="outline" onClick={() => onPutBack(each)}>
							Continue
						</Button>
						<Button size="sm" variant="ghost" onClick={() => onDiscard(each)}>
							Discard
						</Button>
					</li>
				);
			})}
		</ul>
	);
}
