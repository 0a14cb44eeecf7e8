'use client';

import { CustomInputs } from '@/components/form/custom-inputs';
import type { Opener } from '@/components/form/dialog-opener';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import type { FormField } from '@/domain/custom-fields/custom-field-types';

export type FieldPreviewProps = {
	/** What a record of the kind is called. */
	noun: string;
	/** The fields that new forms ask for. */
	asked: FormField[];
	/** The names of all fields, in the order of a record's page. */
	names: { id: string; name: string }[];
};

type FieldPreviewDialogProps = FieldPreviewProps & {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	opener: Opener;
};

/** How forms ask for the fields of a kind, to be tried out, and their order on a page. */
export function FieldPreviewDialog({ noun, asked, names, opener, ...dialog }: FieldPreviewDialogProps) {
	return (
		<Dialog {...dialog}>
			<DialogContent opener={opener}>
				<DialogHeader>
					<DialogTitle>Preview</DialogTitle>
					<DialogDescription>Try the fields out. Nothing you enter here is saved.</DialogDescription>
				</DialogHeader>
				<section aria-labelledby="preview-form">
					<h3 id="preview-form" className="mb-2 font-medium">
						In the form of a new {noun}
					</h3>
					{asked.length === 0 ? (
						<p className="text-muted-foreground">
							No field is asked for. Mark one as “Show in new forms” or “Required” to add it.
						</p>
					) : (
						<div className="grid gap-4 sm:grid-cols-2">
							<CustomInputs fields={asked} prefix="preview." />
						</div>
					)}
				</section>
				<section aria-labelledby="preview-page" className="mt-2">
					<h3 id="preview-page" className="mb-2 font-medium">
						On the page of every {noun}
					</h3>
					<ol translate="no" className="grid gap-x-4 gap-y-1.5 text-muted-foreground sm:grid-cols-2">
						{names.map(({ id, name }) => (
							<li key={id} className="truncate" title={name}>
								{name}
							</li>
						))}
					</ol>
				</section>
			</DialogContent>
		</Dialog>
	);
}
