/** Ten leads, three of them bad, with dates as Excel and as people in India write them. */
const rows = [
	'lead_id,name,phone,email,applied_on',
	'file-1,Asha Rao,+91 99000 00101,asha@example.com,45992',
	'file-2,Vikram Singh,9900000102,,02/12/2025',
	'file-3,Meera Iyer,12345,,2025-12-02',
	'file-4,Kiran Das,9900000104,,',
	'file/5,Leela Nair,9900000105,,1/2/2026',
	'file-6,Ravi Menon,9900000106,,46000.5',
	'file-7,Sara Khan,9900000107,,soon',
	'file-8,Tara Bose,9900000108,,',
	'file-9,Uma Pillai,,,',
	'file-10,Zoya Ali,9900000110,,',
];

export const leadsFile = new File([`\uFEFF${rows.join('\r\n')}`], 'leads.csv', {
	type: 'application/vnd.ms-excel',
});

const sent = { result: 'sent', status: 'RECEIVED', vkyc_link: expect.stringMatching(/^https:/) };
const refused = (message: RegExp) => ({
	...{ result: 'not sent', status: '', vkyc_link: '' },
	message: expect.stringMatching(message),
});

export const resultsOfLeads = [
	{ ...sent, lead_row: 1, lead_id: 'file-1', applied_on: '2025-12-01', message: '' },
	{ ...sent, lead_row: 2, lead_id: 'file-2', applied_on: '2025-12-02' },
	{
		...refused(/^Correct phone in the file: phone is not an Indian mobile number\.$/),
		lead_row: 3,
		lead_id: 'file-3',
		applied_on: '2025-12-02',
	},
	{ ...sent, lead_row: 4, lead_id: 'file-4', applied_on: '' },
	{
		...refused(/^Correct lead_id in the file: lead_id contains [^{}$]*\.$/),
		lead_row: 5,
		lead_id: 'file/5',
		applied_on: '2026-02-01',
	},
	{ ...sent, lead_row: 6, lead_id: 'file-6', applied_on: '2025-12-09' },
	{ ...sent, lead_row: 7, lead_id: 'file-7', applied_on: 'soon' },
	{ ...sent, lead_row: 8, lead_id: 'file-8' },
	{ ...refused(/^Correct phone in the file: phone is empty/), lead_row: 9, lead_id: 'file-9' },
	{ ...sent, lead_row: 10, lead_id: 'file-10' },
];

const isSent = ({ result }: { result: string }) => result === 'sent';

export const sentLeads = resultsOfLeads.filter(isSent).map(({ lead_id }) => lead_id);

/** The same file again, when the first link has expired. */
export const resultsOfLeadsAgain = resultsOfLeads.map((lead) => {
	if (lead.lead_row === 1) {
		const message = expect.stringMatching(/has expired.* another lead_id, e\.g\. file-1-2\.$/);
		return { lead_id: 'file-1', result: 'expired', vkyc_link: '', message };
	}
	return isSent(lead) ? { ...lead, message: expect.stringMatching(/^The lead had this/) } : lead;
});
