'use client';

import { Form } from '@/components/form/form';
import { message } from '@/components/form/message';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { toast } from '@/components/ui/toast';
import { saveProfile } from '../actions';

/** Renames the person whose account it is. */
export function ProfileForm({ name }: { name: string }) {
	return (
		<Form
			className="flex flex-col items-start gap-4"
			action={saveProfile}
			onDone={({ data }) => toast.success(message`Saved your name: ${data.name}`)}
		>
			<TextField
				name="name"
				label="Name"
				autoComplete="name"
				required
				defaultValue={name}
				fieldClassName="w-full max-w-md"
			/>
			<SubmitButton pendingText="Saving…">Save name</SubmitButton>
		</Form>
	);
}
