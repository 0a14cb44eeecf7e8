import { MoreHorizontal } from 'lucide-react';
import type { ComponentProps } from 'react';

/** What opens the menu of a card. */
export function CardMenuButton({ name, ...props }: ComponentProps<'button'> & { name: string }) {
	return (
		<button
			type="button"
			aria-label={`Move ${name} to…`}
			className="relative z-10 -mt-1 -mr-1.5 grid size-6 shrink-0 place-content-center rounded-sm text-muted-foreground hover:bg-accent hover:text-foreground pointer-coarse:size-8"
			{...props}
		>
			<MoreHorizontal aria-hidden className="size-4" />
		</button>
	);
}
