import type { SignatureSample } from './signature-sample';

// Invented people and companies, as their emails end.

export const english: SignatureSample[] = [
	[
		'name, title, company, phone and email, a line for each',
		'Jane Doe\nHead of Purchasing\nGlobex International\n+1 (555) 010-4477\njane.doe@globex.example.com',
		{
			...{ name: 'Jane Doe', jobTitle: 'Head of Purchasing', company: 'Globex International' },
			...{ phones: [['+1 (555) 010-4477', null]], emails: ['jane.doe@globex.example.com'] },
		},
	],
	[
		'a name and a title around a comma',
		'Best regards,\n\nJohn Smith, Vice President, Sales\nInitech Software Inc.\nOffice: 555-010-1234 x204\nCell: 555-010-9876',
		{
			...{ name: 'John Smith', jobTitle: 'Vice President, Sales', company: 'Initech Software Inc.' },
			phones: [
				['555-010-1234 ext. 204', 'Work'],
				['555-010-9876', 'Mobile'],
			],
		},
	],
	[
		'a title and a company around "at"',
		'Maria Garcia\nProcurement Manager at Wayne Retail\nmaria@wayne.example | +44 20 7946 0958',
		{
			...{ name: 'Maria Garcia', jobTitle: 'Procurement Manager', company: 'Wayne Retail' },
			...{ phones: [['+44 20 7946 0958', null]], emails: ['maria@wayne.example'] },
		},
	],
	[
		'bars, a website and an address',
		`Peter van Dyke | CEO | Umbrella Logistics B.V.
100 Harbour Street, Suite 4, Singapore 018956
t: +65 6555 0100 | m: +65 8555 0101
www.umbrella.example/contact`,
		{
			...{ name: 'Peter van Dyke', jobTitle: 'CEO', company: 'Umbrella Logistics B.V.' },
			address: '100 Harbour Street, Suite 4, Singapore 018956',
			phones: [
				['+65 6555 0100', null],
				['+65 8555 0101', 'Mobile'],
			],
			website: 'www.umbrella.example/contact',
		},
	],
	[
		'degrees, pronouns, LinkedIn and a slogan',
		`Dr. Susan O’Neill, PhD (she/her)
Chief Technology Officer
Stark Engineering Ltd
Your partner in engineering since 1987!
susan@stark.example
linkedin.com/in/susan-oneill
https://stark.example`,
		{
			...{ name: 'Susan O’Neill', jobTitle: 'Chief Technology Officer', company: 'Stark Engineering Ltd' },
			...{ emails: ['susan@stark.example'], website: 'https://stark.example' },
		},
	],
	[
		'a disclaimer, whose mailbox is nobody’s',
		`Tom Becker
Senior Buyer
Acme Corp
tom.becker@acme.example
This email and any attachments are confidential. If you are not the intended recipient, notify legal@acme.example or call 555-010-0000.`,
		{
			...{ name: 'Tom Becker', jobTitle: 'Senior Buyer', company: 'Acme Corp', emails: ['tom.becker@acme.example'] },
		},
	],
	[
		'a company that only its mailbox tells from a slogan',
		'Emily Chen\nOperations Lead\nBrightfield\nFresh ideas every day\nemily@brightfield.example',
		{
			...{
				name: 'Emily Chen',
				jobTitle: 'Operations Lead',
				company: 'Brightfield',
				emails: ['emily@brightfield.example'],
			},
		},
	],
	[
		'WhatsApp and a fax',
		'Ahmed Hassan\nOwner\nNile Trading LLC\nWhatsApp: +20 100 555 0199\nFax: +20 2 5550 0198',
		{
			...{ name: 'Ahmed Hassan', jobTitle: 'Owner', company: 'Nile Trading LLC' },
			phones: [['+20 100 555 0199', 'WhatsApp']],
		},
	],
	[
		'quoted with signs before each line',
		'> Regards,\n> Laura Rossi\n> Account Executive\n> Vento S.A.\n> Tel. +39 06 555 0123\n> laura@vento.example',
		{
			...{ name: 'Laura Rossi', jobTitle: 'Account Executive', company: 'Vento S.A.' },
			...{ phones: [['+39 06 555 0123', null]], emails: ['laura@vento.example'] },
		},
	],
	[
		'two mailboxes, the same one twice',
		'Mark Evans\nFinance Director\nOakwood Group\nEmail: mark@oakwood.example; accounts@oakwood.example\nmailto: MARK@oakwood.example',
		{
			...{ name: 'Mark Evans', jobTitle: 'Finance Director', company: 'Oakwood Group' },
			emails: ['mark@oakwood.example', 'accounts@oakwood.example'],
		},
	],
	[
		'what is sent from a telephone, under a line',
		'Sent from my iPhone\n____________\nKate Brown\nProject Coordinator\nNorthwind Foods\n(555) 010-2233',
		{
			...{ name: 'Kate Brown', jobTitle: 'Project Coordinator', company: 'Northwind Foods' },
			phones: [['(555) 010-2233', null]],
		},
	],
];
