'use client';

import { useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { Field } from '@/components/form/field';
import { Form } from '@/components/form/form';
import { message } from '@/components/form/message';
import { useUndoToast } from '@/components/form/undo-toast';
import { Input } from '@/components/ui/input';
import { createContact } from '../actions';

/** A company's first contact, by name alone: what else is known of them is added where they stand then. */
export function FirstContact({ companyId }: { companyId: string }) {
	const undoToast = useUndoToast();
	const [id] = useState(() => uuidv7());
	const isCreated = useRef(false);

	// the field goes with the keys in it, once their line has come
	useEffect(
		() => () => {
			if (isCreated.current) document.querySelector<HTMLElement>(`[data-contact="${id}"] a`)?.focus();
		},
		[id],
	);

	function onDone(name: string, changeSet: string) {
		isCreated.current = true;
		undoToast(message`Created ${name}`, changeSet);
	}

	return (
		<Form
			stays
			action={({ name }) => createContact({ id, companyId, name, tags: '[]' })}
			onDone={({ data, changeSet }) => onDone(data.name, changeSet)}
			className="mt-2"
		>
			<Field name="name" label="Contact name" labelHidden>
				{(control) => (
					<Input {...control} autoComplete="off" placeholder="Name, then Enter" maxLength={200} enterKeyHint="done" />
				)}
			</Field>
		</Form>
	);
}
