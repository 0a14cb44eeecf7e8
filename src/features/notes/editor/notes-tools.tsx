import type { RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { BoldIcon, type Icon, ItalicIcon, ListIcon, ListTodoIcon } from '@/components/ui/icons';
import { type TextEdit, toggleList, toggleMark } from './markdown-keys';

type NotesToolsProps = {
	field: RefObject<HTMLTextAreaElement | null>;
	isPreview: boolean;
	onEdit: (edit: TextEdit) => void;
	onPreview: () => void;
};

type Tool = [label: string, icon: Icon, edit: (text: string, start: number, end: number) => TextEdit];

const tools: Tool[] = [
	['Bold (Ctrl+B)', BoldIcon, (...at) => toggleMark(...at, '**')],
	['Italic (Ctrl+I)', ItalicIcon, (...at) => toggleMark(...at, '*')],
	['List', ListIcon, (...at) => toggleList(...at, '- ')],
	['Checkbox', ListTodoIcon, (...at) => toggleList(...at, '- [ ] ')],
];

/** What Markdown can do for who does not know its marks. */
export function NotesTools({ field, isPreview, onEdit, onPreview }: NotesToolsProps) {
	return (
		<div className="flex items-center gap-0.5">
			{tools.map(([label, ToolIcon, edit]) => (
				<Button
					key={label}
					variant="ghost"
					size="icon-sm"
					title={label}
					disabled={isPreview}
					onClick={() => {
						const text = field.current;
						if (text) onEdit(edit(text.value, text.selectionStart, text.selectionEnd));
					}}
				>
					<ToolIcon />
					<span className="sr-only">{label}</span>
				</Button>
			))}
			<Button
				variant="ghost"
				size="sm"
				aria-pressed={isPreview}
				onClick={onPreview}
				className="ml-auto aria-pressed:bg-accent"
			>
				Preview
			</Button>
		</div>
	);
}
