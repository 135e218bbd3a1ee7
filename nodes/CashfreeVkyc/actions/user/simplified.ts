/** The answers of all operations on users have the same fields. */
export const simplified = ['user_id', 'user_reference_id', 'name', 'phone', 'email', 'address'];
