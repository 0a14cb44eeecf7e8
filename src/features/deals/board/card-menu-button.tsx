import { EllipsisIcon } from '@/components/ui/icons';

type CardMenuButtonProps = { name: string; open: boolean; onClick: () => void };

/** What opens the menu of a card. */
export function CardMenuButton({ name, open, onClick }: CardMenuButtonProps) {
	return (
		<button
			type="button"
			aria-label={`Move ${name} to…`}
			aria-haspopup="menu"
			aria-expanded={open}
			onClick={onClick}
			className="grid size-6 shrink-0 place-content-center rounded-sm text-muted-foreground hover:bg-accent hover:text-foreground pointer-coarse:size-8"
		>
			<EllipsisIcon className="size-4" />
		</button>
	);
}
