import { EllipsisIcon } from '@/components/ui/icons';

/** What opens the menu of a card; the board hears it. */
export function CardMenuButton({ name, open }: { name: string; open: boolean }) {
	return (
		<button type="button" aria-label={`Move ${name} to…`} aria-haspopup="menu" aria-expanded={open}>
			<EllipsisIcon className="size-4" />
		</button>
	);
}
