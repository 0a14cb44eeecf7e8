import { normalizedHeader } from './column-headers';

/** The programs whose exports are recognized by their columns. */
const signatures: [name: string, columns: string[]][] = [
	['LinkedIn Connections', ['First Name', 'Last Name', 'Connected On']],
	['Google Contacts', ['E-mail 1 - Value']],
	['Google Contacts', ['Phone 1 - Value']],
	['Outlook', ['E-mail Address', 'Business Phone']],
	['Atomic CRM', ['first_name', 'last_name', 'first_seen', 'last_seen']],
	['Pipedrive', ['Person - Name']],
	['Pipedrive', ['Organization - Name']],
	['Pipedrive', ['Deal - Title']],
	['HubSpot', ['Record ID']],
	['HubSpot', ['Company Domain Name', 'Company name']],
	['Salesforce', ['ISDELETED', 'MASTERRECORDID']],
	['Salesforce', ['Account Name', 'Account Owner']],
	['Salesforce', ['Account ID']],
	['Salesforce', ['Opportunity Name', 'Account Name']],
	['MiniCRM', ['Company name', 'Open deals', 'Last contact']],
	['MiniCRM', ['Contact name', 'Decision maker', 'Stay in touch']],
	['MiniCRM', ['Deal name', 'Deal value', 'Own probability']],
];

/** Which program a file is most likely from, by the names of its columns; null for none that is known. */
export function likeliestSource(header: string[]): string | null {
	const names = new Set(header.map(normalizedHeader));
	return signatures.find(([, columns]) => columns.every((column) => names.has(normalizedHeader(column))))?.[0] ?? null;
}
