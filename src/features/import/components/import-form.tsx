'use client';

import { useState, useTransition } from 'react';
import { type FormFailure, noAnswerFailure } from '@/components/form/form';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Label } from '@/components/ui/label';
import { failureText } from '@/lib/errors/failure';
import { changeImport, checkImport, runImport } from '../actions';
import type { ImportSettings } from '../import-settings';
import type { FilePreview } from '../server/import-queries';
import { ColumnTable } from './column-table';
import { FileNotes } from './file-notes';
import { encodingNames, kindNames, separatorNames } from './import-words';
import { LabeledSelect } from './labeled-select';
import { RowChoices } from './row-choices';
import { changesBetween } from './settings-changes';
import { StageChoices } from './stage-choices';
import { restAsFields } from './target-fields';

type ImportFormProps = {
	id: string;
	settings: ImportSettings;
	preview: FilePreview;
	/** How many rows would be taken, once it is checked. */
	ready: number | null;
};

/** Chosen where the columns of a file have no names. */
const unnamed = 'unnamed';

/** How a file is read and what becomes of its rows: checked as often as wanted, and then imported. */
export function ImportForm({ id, settings: saved, preview, ready }: ImportFormProps) {
	const [settings, setSettings] = useState(saved);
	const [known, setKnown] = useState(saved);
	// what the server has read again
	if (JSON.stringify(known) !== JSON.stringify(saved)) {
		setKnown(saved);
		// what is not read again stays as it was chosen here
		setSettings({ ...settings, ...changesBetween(known, saved) });
	}
	const [problem, setProblem] = useState<string | null>(null);
	const [dropped, setDropped] = useState(0);
	const [pending, start] = useTransition();
	const { kind } = settings;
	const { maybe: _, decided: __, ...mapped } = settings;
	const change = (changes: Partial<ImportSettings>) => setSettings({ ...settings, ...changes });
	const perform = (act: () => Promise<{ ok: true } | FormFailure>) =>
		start(async () => {
			const result = await act().catch(noAnswerFailure());
			setProblem(result.ok ? null : failureText(result));
		});
	/** Changes after which the columns are different, so the server reads the file again. */
	const rewrite = (changes: Partial<ImportSettings>) => {
		const next = { ...settings, ...changes };
		setSettings(next);
		perform(async () => {
			const result = await changeImport({ id, settings: next });
			if (result.ok) setDropped(result.data.dropped);
			return result;
		});
	};
	const isChecked = ready !== null && JSON.stringify(settings) === JSON.stringify(saved);
	const left = settings.targets.filter((target) => target === null).length;
	const rest = restAsFields(settings.targets, preview);
	return (
		<div className="flex flex-col gap-6">
			{preview.problem && <Alert variant="destructive">{preview.problem}</Alert>}
			<FileNotes {...settings} dropped={dropped} />
			<section className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4" aria-label="The file">
				<LabeledSelect
					label="What is in the file"
					value={kind}
					choices={kindNames}
					onChange={(value) => rewrite({ kind: value })}
				/>
				<LabeledSelect
					label="Encoding"
					value={settings.encoding}
					choices={encodingNames}
					onChange={(encoding) => rewrite({ encoding })}
				/>
				<LabeledSelect
					label="Between the columns"
					value={settings.separator}
					choices={separatorNames}
					onChange={(separator) => rewrite({ separator })}
				/>
				<LabeledSelect
					label="Names of the columns"
					value={settings.headerLine === 0 ? unnamed : String(settings.headerLine)}
					choices={{
						...Object.fromEntries(preview.headers.map(({ line, text }) => [String(line), `Line ${line}: ${text}`])),
						[unnamed]: 'No line: they have none',
					}}
					onChange={(line) => rewrite({ headerLine: line === unnamed ? 0 : Number(line) })}
				/>
			</section>
			<section className="flex flex-col gap-2">
				<div className="flex flex-wrap items-baseline justify-between gap-2">
					<h2 className="font-semibold text-base">Where the columns go</h2>
					{left > 0 && (
						<Button
							type="button"
							variant="link"
							size="sm"
							className="px-0"
							onClick={() => change({ targets: rest.targets })}
						>
							{rest.label}
						</Button>
					)}
				</div>
				{/* a choice made while the file is read again would be lost together with its columns */}
				<fieldset disabled={pending} className="contents">
					<ColumnTable
						columns={preview.columns}
						fields={preview.fields}
						kind={kind}
						targets={settings.targets}
						onChange={(targets) => change({ targets })}
					/>
				</fieldset>
			</section>
			<StageChoices
				stages={preview.stages}
				names={preview.stageNames}
				chosen={settings.stages}
				onChange={(stages) => change({ stages })}
			/>
			<RowChoices settings={settings} fields={preview.fields} onChange={change} />
			<div className="flex items-start gap-2">
				<Checkbox
					id="keeps"
					className="mt-0.5"
					checked={settings.keepsUnreadable}
					onCheckedChange={(checked) => change({ keepsUnreadable: checked === true })}
				/>
				<Label htmlFor="keeps" className="font-normal">
					Where a value does not fit its field, such as a phone number with words in it, keep it as a custom field
				</Label>
			</div>
			{/* beside the buttons: the top of a long table is out of sight */}
			{problem && <Alert variant="destructive">{problem}</Alert>}
			<div className="flex flex-wrap gap-3">
				<Button
					type="button"
					variant={isChecked ? 'outline' : 'default'}
					aria-disabled={pending || undefined}
					onClick={() => !pending && perform(() => checkImport({ id, settings: mapped }))}
				>
					{isChecked ? 'Check again' : 'Check the file'}
				</Button>
				{isChecked && ready > 0 && (
					<Button
						type="button"
						aria-disabled={pending || undefined}
						onClick={() => !pending && perform(() => runImport({ id }))}
					>
						<span>{`Import ${ready.toLocaleString('en')} ${ready === 1 ? 'row' : 'rows'}`}</span>
					</Button>
				)}
			</div>
		</div>
	);
}
