'use client';
'use no memo';

import { useDateSettings } from '@/components/form/date/date-settings';
import { SubmitButton } from '@/components/form/submit-button';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { type DateStyle, sayDay } from '@/lib/dates/dates-style';
import { withTime } from '@/lib/dates/dates-time';
import { typeNames } from '../activity-types';
import { type Draft, isBlank } from './composer-draft';
import { showsAnything } from './composer-text';

type ComposerFootProps = {
	draft: Draft;
	isPlanned: boolean;
	isOpen: boolean;
	onCancel: (() => void) | undefined;
};

/** Says what will be saved, and saves it. */
export function ComposerFoot({ draft, isPlanned, isOpen, onCancel }: ComposerFootProps) {
	const { style } = useDateSettings();
	return (
		<div data-foot>
			<p role="status" className="min-w-0 flex-1 text-muted-foreground text-xs">
				{isOpen && willBe(draft, isPlanned, (at) => sayNextStep(at, style))}
			</p>
			{isOpen && (
				<span aria-hidden className="flex gap-1 max-sm:hidden pointer-coarse:hidden">
					<Kbd>Ctrl</Kbd>
					<Kbd>Enter</Kbd>
				</span>
			)}
			{onCancel && (
				<Button variant="outline" size="sm" onClick={onCancel}>
					Cancel
				</Button>
			)}
			<SubmitButton size="sm" variant={isBlank(draft) ? 'secondary' : 'default'} pendingText="Saving…">
				{`${isPlanned && draft.type !== 'note' ? 'Plan' : 'Log'} ${typeNames[draft.type].toLowerCase()}`}
			</SubmitButton>
		</div>
	);
}

const sayNextStep = (at: string, style: DateStyle) => withTime(sayDay(at.slice(0, 10), style), at.slice(11), style);

/** What comes of a draft beside an entry in the timeline. */
function willBe({ nextSteps, followUpOn }: Draft, isPlanned: boolean, say: (day: string) => string): string {
	const plan = isPlanned ? 'Appears under Next until then.' : '';
	if (!showsAnything(nextSteps)) return plan;
	if (followUpOn) return `${plan} Also adds a follow-up for ${say(followUpOn)}.`.trim();
	return `${plan} Without a date, the next step stays in the entry.`.trim();
}
