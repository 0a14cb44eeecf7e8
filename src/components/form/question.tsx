import type { ComponentProps, ReactNode } from 'react';
import {
	AlertDialog,
	AlertDialogContent,
	AlertDialogDescription,
	AlertDialogHeader,
	AlertDialogTitle,
} from '@/components/ui/alert-dialog';

type QuestionProps = Omit<ComponentProps<typeof AlertDialogContent>, 'title'> & {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	title: ReactNode;
	/** What follows from a yes. */
	consequences: ReactNode;
};

/** Asks before something is done that deserves a second thought. The answers are the children. */
export function Question({ open, onOpenChange, title, consequences, children, ...content }: QuestionProps) {
	return (
		<AlertDialog open={open} onOpenChange={onOpenChange}>
			<AlertDialogContent {...content}>
				<AlertDialogHeader>
					<AlertDialogTitle className="wrap-anywhere">{title}</AlertDialogTitle>
					<AlertDialogDescription>{consequences}</AlertDialogDescription>
				</AlertDialogHeader>
				{children}
			</AlertDialogContent>
		</AlertDialog>
	);
}
