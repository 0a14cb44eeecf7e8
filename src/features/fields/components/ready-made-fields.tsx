'use client';

import { startTransition, useOptimistic } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { noAnswerFailure } from '@/components/form/form';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import type { RecordNoun } from '@/domain/named-record';
import { addReadyMadeField } from '../actions';
import type { FieldPreset, FieldPresetName } from '../field-presets';

type ReadyMadeFieldsProps = {
	kind: RecordNoun;
	/** Those that can be added: what each is called and does. */
	offered: { preset: FieldPresetName; name: FieldPreset['name']; does: FieldPreset['does'] }[];
};

/** The ready-made fields that can be added, each with one click. */
export function ReadyMadeFields({ kind, offered }: ReadyMadeFieldsProps) {
	const [added, add] = useOptimistic([] as FieldPresetName[], (all, preset: FieldPresetName) => [...all, preset]);
	const undoToast = useUndoToast();
	const shown = offered.filter(({ preset }) => !added.includes(preset));

	function addField(preset: FieldPresetName) {
		startTransition(async () => {
			add(preset);
			const result = await addReadyMadeField({ id: uuidv7(), kind, preset }).catch(noAnswerFailure('it was added'));
			if (!result.ok) sayFailure(result);
			else undoToast(message`Added ${result.data.name}`, result.changeSet);
		});
	}

	if (shown.length === 0) return null;
	return (
		<section aria-labelledby="ready-made" className="mt-5">
			<h2 id="ready-made" className="font-medium">
				Ready-made fields
			</h2>
			<ul className="mt-1.5 flex flex-wrap gap-2">
				{shown.map(({ preset, name, does }) => (
					<li key={preset}>
						<Button variant="outline" className="h-auto min-h-11 py-1.5 text-left" onClick={() => addField(preset)}>
							<PlusIcon />
							<span>
								<span className="sr-only">Add </span>
								<span className="block">{name}</span>
								<span className="block font-normal text-muted-foreground text-xs">{does}</span>
							</span>
						</Button>
					</li>
				))}
			</ul>
		</section>
	);
}
