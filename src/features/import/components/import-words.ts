import type { Encoding } from '../file/encoding';
import type { MatchKey } from '../import-choices';
import type { ImportKind } from '../row/import-fields';
import type { ImportStatus } from '../server/import-queries';

export const kindNames: Record<ImportKind, string> = { companies: 'Companies', contacts: 'Contacts', deals: 'Deals' };

export const statusNames: Record<ImportStatus, string> = {
	uploaded: 'To be checked',
	checking: 'Being checked',
	checked: 'Checked, to be imported',
	running: 'Being imported',
	done: 'Imported',
	undone: 'Undone',
};

export const encodingNames: Record<Encoding, string> = {
	'utf-8': 'UTF-8',
	'utf-8-twice': 'UTF-8, encoded twice',
	'utf-16le': 'UTF-16 (little endian)',
	'utf-16be': 'UTF-16 (big endian)',
	'windows-1258': 'Windows, Vietnamese (1258)',
	'windows-1252': 'Windows, Western (1252)',
	tcvn3: 'TCVN3 (ABC)',
	vni: 'VNI',
};

export const separatorNames = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Vertical bar' };

export const twinNames: Record<MatchKey, string> = {
	email: 'email address',
	domain: 'domain',
	name: 'name',
	unique: 'unique field',
	decided: 'your decision',
};
