import type { ImportSettings } from '../import-settings';
import type { FilePreview } from '../server/import-queries';
import { LabeledSelect } from './labeled-select';

type StageChoicesProps = {
	/** The stages of the file that are none of the account's, each with the one that it likely is. */
	stages: FilePreview['stages'];
	names: FilePreview['stageNames'];
	chosen: ImportSettings['stages'];
	onChange: (chosen: ImportSettings['stages']) => void;
};

/** Asks once for each stage of a file that is none of the account's which one it is. */
export function StageChoices({ stages, names, chosen, onChange }: StageChoicesProps) {
	if (stages.length === 0) return null;
	return (
		<section className="flex flex-col gap-2" aria-labelledby="stage-choices">
			<h2 id="stage-choices" className="font-semibold text-base">
				Map stages
			</h2>
			<p className="text-muted-foreground">
				These stages have other names here. Select the stage of each; rows of a stage without one are rejected.
			</p>
			<div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
				{stages.map(({ key, text, stage }) => (
					<LabeledSelect
						key={key}
						label={<span translate="no">{text}</span>}
						value={chosen[key] ?? stage ?? ''}
						choices={{ ...(chosen[key] || stage ? {} : { '': 'Select a stage' }), ...names } as Record<string, string>}
						onChange={(value) => onChange({ ...chosen, [key]: value as keyof typeof names })}
					/>
				))}
			</div>
		</section>
	);
}
