'use client';

import { useRef, useState, useTransition } from 'react';
import { DayChips } from '@/components/form/date/day-chips';
import { MomentField } from '@/components/form/date/moment-field';
import { DeleteButton } from '@/components/form/delete-button';
import { noAnswerFailure } from '@/components/form/form';
import { FormDialogButton } from '@/components/form/form-dialog-button';
import { OtherProblems } from '@/components/form/other-problems';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { useSelection } from '@/components/list/selection';
import { Button } from '@/components/ui/button';
import { AlarmClockIcon, CheckIcon } from '@/components/ui/icons';
import { counted } from '@/lib/text/counted';
import { completeFollowUps, deleteFollowUps, moveFollowUps } from '../actions';

const said = (titles: string[]) => counted(titles.length, 'follow-up', 'follow-ups');

/** What can be done with all selected follow-ups. */
export function FollowUpBulk() {
	const { ids, clear } = useSelection();
	const followUps = counted(ids.length, 'follow-up', 'follow-ups');
	const undoToast = useUndoToast();
	const [pending, startCompleting] = useTransition();
	const [moves, setMoves] = useState(false);
	const [moment, setMoment] = useState('');
	const date = useRef<HTMLDivElement>(null);

	function complete() {
		if (pending) return;
		startCompleting(async () => {
			const result = await completeFollowUps({ ids }).catch(noAnswerFailure());
			if (!result.ok) {
				sayFailure(result);
				return;
			}
			clear();
			undoToast(`Done: ${said(result.data.titles)}`, result.changeSet);
		});
	}

	return (
		<>
			<Button variant="outline" size="sm" aria-disabled={pending || undefined} onClick={complete}>
				<CheckIcon /> Complete
			</Button>
			<FormDialogButton
				trigger={
					<Button variant="outline" size="sm">
						<AlarmClockIcon /> Move
					</Button>
				}
				open={moves}
				onOpenChange={(open) => {
					setMoves(open);
					setMoment('');
				}}
				stays
				title={`Move ${followUps}`}
				description="Those with a time keep it, unless you enter another."
				submit={`Move ${followUps}`}
				pendingText="Moving…"
				action={({ until, untilTime }) => moveFollowUps({ ids, until, untilTime })}
				onDone={({ data, changeSet }) => {
					setMoves(false);
					clear();
					undoToast(`Moved ${said(data.titles)}`, changeSet);
				}}
			>
				<div ref={date} className="flex flex-col gap-1.5">
					<MomentField
						name="until"
						timeName="untilTime"
						label="Date"
						required
						autoFocus
						value={moment}
						onDay={setMoment}
					/>
					<DayChips
						label="Suggested dates"
						value={moment}
						onChoose={setMoment}
						onPick={() => date.current?.querySelector('button')?.click()}
					/>
				</div>
				<OtherProblems fields={['until', 'untilTime']} />
			</FormDialogButton>
			<DeleteButton
				title={`Delete ${followUps}?`}
				done={`Deleted ${followUps}`}
				action={() => deleteFollowUps({ ids })}
				onDeleted={clear}
				confirm={`Delete ${followUps}`}
			>
				You can undo this.
			</DeleteButton>
		</>
	);
}
