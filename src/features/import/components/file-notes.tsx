import { Alert } from '@/components/ui/alert';
import { counted } from '@/lib/text/counted';
import type { ImportSettings } from '../import-settings';

type FileNotesProps = Pick<ImportSettings, 'encoding' | 'mappedLike' | 'unmapped'> & {
	/** How many edited rows are as in the file again. */
	dropped: number;
};

/** So many names are listed. */
const shown = 10;

/** What is good to know of a file before it is checked: where its mapping comes from, and that its letters were old or broken. */
export function FileNotes({ encoding, mappedLike, unmapped = [], dropped }: FileNotesProps) {
	return (
		<>
			{dropped > 0 && (
				<Alert variant="warning">
					<p role="status">
						{`The file is read differently now, so ${counted(dropped, 'edited row is', 'edited rows are')} as in the file again.`}
					</p>
				</Alert>
			)}
			{unmapped.length > 0 && (
				<Alert variant="warning">
					<p>
						What you selected for these columns doesn’t fit the way the file is read now. Select again where they go:{' '}
						<span translate="no" className="wrap-anywhere">
							{unmapped.slice(0, shown).join(', ')}
						</span>
						{unmapped.length > shown && ` and ${unmapped.length - shown} more`}
					</p>
				</Alert>
			)}
			{mappedLike && (
				<p className="text-muted-foreground">
					The columns are mapped as for <span translate="no">{mappedLike}</span>, which has the same ones.
				</p>
			)}
			{encoding === 'utf-8-twice' && (
				<Alert variant="warning">
					The accented letters of this file were already broken when it was saved. They are repaired where possible;
					check the values below, or save the file as UTF-8 from where it comes.
				</Alert>
			)}
			{(encoding === 'tcvn3' || encoding === 'vni') && (
				<Alert variant="warning">
					This file is in an old Vietnamese encoding. If the values below look wrong, select another encoding: TCVN3
					(ABC), VNI, or Windows, Vietnamese (1258).
				</Alert>
			)}
		</>
	);
}
