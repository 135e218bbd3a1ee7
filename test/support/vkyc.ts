import type { IDataObject } from 'n8n-workflow';
import { runNode } from './cashfreeWorkflow';
import { useLocalCashfree } from './localCashfree';

type RunOptions = Omit<Parameters<typeof runNode>[0], 'cashfree' | 'parameters'>;

/** Parameters of *Initiate*, by how the user is named; each value comes from the item. */
const initiate = {
	resource: 'videoKyc',
	operation: 'initiate',
	verificationId: '={{ $json.id }}',
};
export const byUserId = { ...initiate, identifyUserBy: 'userId', userId: '={{ $json.user }}' };
export const byReference = {
	...initiate,
	identifyUserBy: 'userReferenceId',
	userReferenceId: '={{ $json.reference }}',
};
export const byPhone = { ...initiate, identifyUserBy: 'phone', phone: '={{ $json.phone }}' };

/** An invented person; each field of the node takes its value from the item's `aadhaar`. */
export const aadhaar = {
	name: 'Zoravar Testperson',
	dob: '17-11-1988',
	gender: 'M',
	care_of: 'S/O: Quirin Testperson',
	last_verified_at: '2025-05-07T15:04:05Z',
	photo_link: 'https://files.example.com/zoravar.jpg',
	split_address: {
		house: 'Villa Nirgendwo',
		street: 'Umbrella Lane 17',
		po: 'Postville',
		vtc: 'Townsend',
		subdist: 'Subdale',
		dist: 'Distria',
		state: 'Karnataka',
		pincode: 581115,
		country: 'India',
	},
};
const from = (path: string) => `={{ $json.aadhaar.${path} }}`;
export const aadhaarFields = {
	aadhaarDetails: 'fields',
	aadhaarName: from('name'),
	aadhaarDateOfBirth: from('dob'),
	aadhaarGender: from('gender'),
	aadhaarCareOf: from('care_of'),
	aadhaarLastVerifiedAt: from('last_verified_at'),
	aadhaarPhotoLink: from('photo_link'),
	aadhaarHouse: from('split_address.house'),
	aadhaarStreet: from('split_address.street'),
	aadhaarPostOffice: from('split_address.po'),
	aadhaarVtc: from('split_address.vtc'),
	aadhaarSubdistrict: from('split_address.subdist'),
	aadhaarDistrict: from('split_address.dist'),
	aadhaarState: from('split_address.state'),
	aadhaarPinCode: from('split_address.pincode'),
	aadhaarCountry: from('split_address.country'),
};

/** A local Cashfree server for the tests of a file, as new before each of them. */
export function useCashfree(options?: Parameters<typeof useLocalCashfree>[0]) {
	const cashfree = useLocalCashfree(options);

	const run = async (parameters: IDataObject, run?: RunOptions) =>
		await runNode({ cashfree, parameters, ...run });

	return {
		cashfree,
		run,
		/** The requests that reached the server, e.g. `POST /vkyc`, in the order of their arrival. */
		operations: () => cashfree.requests.map(({ operation }) => operation),
		/** @param operation the bodies that reached the server, e.g. those of `POST /vkyc` */
		bodies: (operation: string = 'POST /vkyc') =>
			cashfree.requests
				.filter((request) => request.operation === operation)
				.map(({ body }) => body as IDataObject),
		/** Creates users at Cashfree, with the node, and forgets the requests. */
		async createUsers(...ids: string[]): Promise<IDataObject[]> {
			const user = { resource: 'user', operation: 'create', phone: '9988776655' };
			const items = ids.map((id) => ({ id }));
			const { json } = await run({ ...user, newUserId: '={{ $json.id }}' }, { items });
			cashfree.requests.length = 0;
			return json;
		},
	};
}
