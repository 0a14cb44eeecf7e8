'use client';

import { useFormState } from '@/components/form/form';
import { TextField } from '@/components/form/text-fields';
import { CheckIcon } from '@/components/ui/icons';
import { tagTones } from '@/components/ui/tones';
import { cn } from '@/lib/cn';
import { tagColours } from '../tag';

/** A tag's name and colour. */
export function TagFields({ name, colour }: { name?: string; colour: string }) {
	const error = useFormState().fieldErrors.colour;
	return (
		<div className="flex flex-col gap-4">
			<TextField name="name" label="Tag name" required autoFocus defaultValue={name} />
			<fieldset className="min-w-0">
				<legend className="mb-1.5 font-medium">Colour</legend>
				<div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
					{tagColours.map((option) => (
						<label
							key={option}
							className={cn(
								'relative flex min-h-9 cursor-pointer items-center justify-between gap-1 rounded-md border border-transparent px-2.5 has-checked:border-current has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2 pointer-coarse:min-h-10',
								tagTones[option],
							)}
						>
							<input
								type="radio"
								name="colour"
								value={option}
								defaultChecked={option === colour}
								className="peer absolute inset-0 cursor-pointer appearance-none rounded-md outline-none"
							/>
							<span className="capitalize">{option}</span>
							<CheckIcon className="invisible size-4 peer-checked:visible" />
						</label>
					))}
				</div>
				{error && (
					<p data-error-of="colour" className="mt-1.5 text-destructive-ink">
						{error}
					</p>
				)}
			</fieldset>
		</div>
	);
}
