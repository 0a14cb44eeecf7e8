'use client';

import { Input } from '@/components/ui/input';
import { type PointKind, suggestedLabels } from '@/domain/contact-points/contact-point';
import { Field } from '../field';
import { labelName, lineName } from '../point-lists';

type Line = { value: string; label?: string | null };

type QuickPointsProps = {
	kind: PointKind;
	/** The field of the first value. */
	name: string;
	label: string;
	/** What is there at first; a line stands there without. */
	initial: Line[];
	/** The label that the first line begins with; without it lines have none. */
	firstLabel?: string;
};

const inputs = {
	email: { type: 'email', inputMode: 'email' },
	phone: { type: 'tel' },
	link: { type: 'url', inputMode: 'url' },
} as const;

/** One email, phone or link in a dialog, or as many as were pasted, each beside its label. */
export function QuickPoints({ kind, name, label, initial, firstLabel }: QuickPointsProps) {
	const lines: Line[] = initial.length > 0 ? initial : [{ value: '', label: firstLabel ?? null }];
	return (
		<div className="flex min-w-0 flex-col gap-2">
			{lines.map((line, place) => {
				const own = place === 0 ? label : `${label} ${place + 1}`;
				return (
					<Field
						key={lineName(name, place)}
						name={lineName(name, place)}
						label={own}
						{...(place > 0 && { labelHidden: true })}
					>
						{(control) => (
							<span className="quick-point">
								{firstLabel && (
									<select
										name={lineName(labelName(name), place)}
										aria-label={`Label of ${own.toLowerCase()}`}
										defaultValue={line.label ?? ''}
										data-enter-skips=""
										className="quick-label"
									>
										<option value="">No label</option>
										{labelsWith(kind, line.label).map((each) => (
											<option key={each} value={each}>
												{each}
											</option>
										))}
									</select>
								)}
								<Input {...inputs[kind]} {...control} defaultValue={line.value} autoComplete="off" />
							</span>
						)}
					</Field>
				);
			})}
		</div>
	);
}

function labelsWith(kind: PointKind, label: string | null | undefined): string[] {
	const all = [...suggestedLabels[kind]];
	return label && !all.includes(label) ? [...all, label] : all;
}
