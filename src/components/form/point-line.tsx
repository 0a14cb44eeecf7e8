'use client';

import type { KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { ChevronDownIcon, ChevronUpIcon, XIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import type { PointKind } from '@/domain/contact-points/contact-point';
import { cn } from '@/lib/cn';
import { FieldError } from './field';
import { useFormState } from './form';
import { labelName, lineName, type PointLineValues } from './point-lists';

type PointLineProps = {
	id: string;
	kind: PointKind;
	name: string;
	label: string;
	place: number;
	line: PointLineValues;
	placeholder: string | undefined;
	/** The id of the list of labels that are offered. */
	suggestions: string;
	count: number;
	/** Moves it to a place; the focus goes to what has the id, or what is left of it there. */
	onMove: (to: number, focus: string) => void;
	onRemove: () => void;
	onKeyDown: (event: KeyboardEvent) => void;
};

const inputs = {
	email: { type: 'email', inputMode: 'email' },
	phone: { type: 'tel' },
	link: { type: 'url', inputMode: 'url' },
} as const;

/** One email, phone or link with its label; of several, with buttons that move and remove it. */
export function PointLine(props: PointLineProps) {
	const { id, kind, name, label, place, line, placeholder, suggestions, count, onMove, onRemove, onKeyDown } = props;
	const { fieldErrors } = useFormState();
	const [valueName, labelField] = [lineName(name, place), lineName(labelName(name), place)];
	const [wrongValue, wrongLabel] = [fieldErrors[valueName], fieldErrors[labelField]];
	const number = place === 0 ? '' : ` ${place + 1}`;
	const several = count > 1;
	return (
		<div className="flex min-w-0 flex-col gap-1">
			{/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of what is in it */}
			<div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 sm:flex-nowrap" onKeyDown={onKeyDown}>
				{place > 0 && (
					<Label htmlFor={id} className="sr-only">
						{label + number}
					</Label>
				)}
				<Input
					{...inputs[kind]}
					id={id}
					name={valueName}
					defaultValue={line.value}
					placeholder={placeholder}
					autoComplete="off"
					aria-invalid={wrongValue !== undefined}
					aria-describedby={wrongValue && `${id}-error`}
					className={cn('min-w-0 flex-1', several && 'basis-full sm:basis-0')}
				/>
				<Label htmlFor={`${id}-label`} className="sr-only">{`Label${number}`}</Label>
				<Input
					id={`${id}-label`}
					name={labelField}
					list={suggestions}
					defaultValue={line.label}
					placeholder="Label"
					autoComplete="off"
					aria-invalid={wrongLabel !== undefined}
					aria-describedby={wrongLabel && `${id}-label-error`}
					className={cn('w-32 shrink-0 sm:w-40', several && 'flex-1 sm:flex-none')}
				/>
				{several && (
					<span className="flex shrink-0">
						<IconButton
							id={`${id}-up`}
							disabled={place === 0}
							onClick={() => onMove(place - 1, place === 1 ? `${id}-down` : `${id}-up`)}
						>
							<ChevronUpIcon />
							<span className="sr-only">{`Move ${kind} ${place + 1} up`}</span>
						</IconButton>
						<IconButton
							id={`${id}-down`}
							disabled={place === count - 1}
							onClick={() => onMove(place + 1, place === count - 2 ? `${id}-up` : `${id}-down`)}
						>
							<ChevronDownIcon />
							<span className="sr-only">{`Move ${kind} ${place + 1} down`}</span>
						</IconButton>
						<IconButton onClick={onRemove}>
							<XIcon />
							<span className="sr-only">{`Remove ${kind} ${place + 1}`}</span>
						</IconButton>
					</span>
				)}
			</div>
			<FieldError id={id} name={valueName} error={wrongValue} />
			<FieldError id={`${id}-label`} name={labelField} error={wrongLabel} />
		</div>
	);
}

type IconButtonProps = { id?: string; disabled?: boolean; onClick: () => void; children: React.ReactNode };

function IconButton({ children, ...button }: IconButtonProps) {
	return (
		<Button variant="ghost" size="icon-sm" className="text-muted-foreground" {...button}>
			{children}
		</Button>
	);
}
