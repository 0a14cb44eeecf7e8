'use client';

import { Form } from '@/components/form/form';
import { message } from '@/components/form/message';
import { SubmitButton } from '@/components/form/submit-button';
import { toast } from '@/components/ui/toast';
import { endOtherSessions, endSession } from '../actions';

/** The focus of a button that is gone with its row. */
const focusList = () => document.getElementById('session-list')?.focus({ preventScroll: true });

/** Ends one session; `name` says which to those who do not see the row. */
export function EndSession({ id, name }: { id: string; name: string }) {
	return (
		<Form
			action={() => endSession({ id })}
			onDone={() => {
				toast.success(message`Ended the session: ${name}`);
				focusList();
			}}
		>
			<SubmitButton variant="outline" size="sm" pendingText="Ending…">
				End
				<span className="sr-only">
					{' '}
					session: <span>{name}</span>
				</span>
			</SubmitButton>
		</Form>
	);
}

/** Ends every session but this one. */
export function EndOtherSessions() {
	return (
		<Form
			action={() => endOtherSessions()}
			onDone={() => {
				toast.success('Ended all other sessions');
				focusList();
			}}
		>
			<SubmitButton variant="outline" pendingText="Ending…">
				End all other sessions
			</SubmitButton>
		</Form>
	);
}
