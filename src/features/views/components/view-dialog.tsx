'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/form/form';
import { OtherProblems } from '@/components/form/other-problems';
import { SubmitButton } from '@/components/form/submit-button';
import { CheckboxField, TextField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import {
	Dialog,
	DialogClose,
	DialogContent,
	DialogDescription,
	DialogFooter,
	DialogHeader,
	DialogTitle,
} from '@/components/ui/dialog';
import { viewPath } from '@/lib/paths';
import { renameView, saveView } from '../actions';
import type { ShownView } from '../list-page';
import { listNames, longestViewName, type SavedView } from '../view';

type ViewDialogProps = {
	/** What is saved under a name. */
	shown: ShownView;
	/** The view that gets another name instead. */
	renamed?: SavedView | undefined;
	onClose: () => void;
	/** Brings the focus back, once the dialog is gone. */
	onClosed: () => void;
};

/** Asks for the name of a new view, or for another one of a view that is there. */
export function ViewDialog({ shown, renamed, onClose, onClosed }: ViewDialogProps) {
	return (
		<Dialog open onOpenChange={(open) => open || onClose()}>
			<DialogContent
				onCloseAutoFocus={(event) => {
					event.preventDefault();
					onClosed();
				}}
			>
				{renamed ? <RenameForm view={renamed} onDone={onClose} /> : <SaveForm shown={shown} onDone={onClose} />}
			</DialogContent>
		</Dialog>
	);
}

function SaveForm({ shown, onDone }: { shown: ShownView; onDone: () => void }) {
	const { list, query, hasDefault } = shown;
	// kept while the dialog is open, whatever becomes of the page behind it
	const [id] = useState(shown.newId);
	const [isDefault, setIsDefault] = useState(false);
	const router = useRouter();
	const undoToast = useUndoToast();
	const noun = listNames[list];
	return (
		<>
			<DialogHeader>
				<DialogTitle>Save view</DialogTitle>
				<DialogDescription>
					The search, the filters and the order of this list get a name, and stand below {noun} in the sidebar.
				</DialogDescription>
			</DialogHeader>
			<Form
				action={({ name }) => saveView({ id, list, query, name, isDefault })}
				onDone={({ data, changeSet }) => {
					router.replace(viewPath(data), { scroll: false });
					undoToast(`Saved the view ${data.name}`, changeSet);
					onDone();
				}}
			>
				<div className="flex flex-col gap-4">
					<TextField name="name" label="View name" required autoFocus maxLength={longestViewName} />
					<CheckboxField
						name="isDefault"
						label={`Show this view when I open ${noun}`}
						hint={
							hasDefault
								? 'Instead of the view that opens now.'
								: `“All ${noun.toLowerCase()}” in the sidebar then leads to everything.`
						}
						checked={isDefault}
						onCheckedChange={setIsDefault}
					/>
					<OtherProblems fields={['name', 'isDefault']} />
				</div>
				<Buttons />
			</Form>
		</>
	);
}

function RenameForm({ view: { id, name }, onDone }: { view: SavedView; onDone: () => void }) {
	const undoToast = useUndoToast();
	return (
		<>
			<DialogHeader>
				<DialogTitle className="wrap-anywhere">Rename {name}</DialogTitle>
				<DialogDescription>What the view shows stays as it is.</DialogDescription>
			</DialogHeader>
			<Form
				action={(fields) => renameView({ id, name: fields.name })}
				onDone={({ data, changeSet }) => {
					undoToast(`Renamed the view to ${data.name}`, changeSet);
					onDone();
				}}
			>
				<TextField
					name="name"
					label="View name"
					required
					autoFocus
					maxLength={longestViewName}
					defaultValue={name}
					onFocus={(event) => event.target.select()}
				/>
				<Buttons />
			</Form>
		</>
	);
}

function Buttons() {
	return (
		<DialogFooter className="mt-5">
			<DialogClose asChild>
				<Button variant="outline">Cancel</Button>
			</DialogClose>
			<SubmitButton pendingText="Saving…">Save view</SubmitButton>
		</DialogFooter>
	);
}
