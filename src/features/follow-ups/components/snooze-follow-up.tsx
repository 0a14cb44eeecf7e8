'use client';

import { useTransition } from 'react';
import { MomentField } from '@/components/form/date/moment-field';
import { Form, noAnswerFailure } from '@/components/form/form';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { SubmitButton } from '@/components/form/submit-button';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { formatDue } from '@/lib/dates/dates-time';
import { snoozeFollowUp } from '../actions';
import type { ShownFollowUp } from '../due-days';

type SnoozeFollowUpProps = {
	followUp: ShownFollowUp;
	days: { tomorrow: string; nextWeek: string };
	locale: string;
	onClose: () => void;
	onLeave: () => void;
};

/** Puts a follow-up off: to tomorrow, to next week, to a day. */
export function SnoozeFollowUp({ followUp, days, locale, onClose, onLeave }: SnoozeFollowUpProps) {
	const { id, title } = followUp;
	const undoToast = useUndoToast();
	const [pending, startSnoozing] = useTransition();

	function onSnoozed({ data, changeSet }: { data: { dueOn: string; dueTime: string | null }; changeSet: string }) {
		onLeave();
		onClose();
		undoToast(message`Snoozed ${title} to ${formatDue(data.dueOn, data.dueTime, { locale })}`, changeSet);
	}

	function putOff(until: 'tomorrow' | 'nextWeek') {
		if (pending) return;
		startSnoozing(async () => {
			const result = await snoozeFollowUp({ id, until }).catch(noAnswerFailure());
			if (result.ok) onSnoozed(result);
			else sayFailure(result);
		});
	}

	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; most of these are buttons.
		<div
			role="group"
			aria-label={`Snooze ${title} until`}
			className="flex flex-wrap items-start gap-2 py-1.5 pl-9"
			onKeyDown={(event) => {
				if (event.key !== 'Escape') return;
				// it closes this, and not what it stands in as well
				event.preventDefault();
				onClose();
			}}
		>
			<Button
				variant="outline"
				size="sm"
				autoFocus
				title={days.tomorrow}
				aria-disabled={pending || undefined}
				onClick={() => putOff('tomorrow')}
			>
				Tomorrow
			</Button>
			<Button variant="outline" size="sm" aria-disabled={pending || undefined} onClick={() => putOff('nextWeek')}>
				Next week <span className="font-normal text-muted-foreground">{days.nextWeek}</span>
			</Button>
			<Form
				stays
				action={({ until, untilTime }) => snoozeFollowUp({ id, until, untilTime })}
				onDone={(result) => onSnoozed(result)}
			>
				<div className="flex items-start gap-2">
					<MomentField
						name="until"
						timeName="untilTime"
						label="Snooze until"
						labelHidden
						fieldClassName="w-52"
						inputClassName="h-8 pointer-coarse:h-9"
					/>
					<SubmitButton variant="outline" size="sm" pendingText="Snoozing…">
						Snooze
					</SubmitButton>
				</div>
			</Form>
		</div>
	);
}
