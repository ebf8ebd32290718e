/**
 * How a window in a browser shows that it may ask: it trades the token of the address that was printed for the secret of this
 * run (POST with the token), keeps that in its tab, and sends it with every call. GET with a secret tells whether it is good.
 */
export const sessionPath = '/session'
export const tokenHeader = 'Ascribe-Token'
export const secretHeader = 'Ascribe-Secret'
