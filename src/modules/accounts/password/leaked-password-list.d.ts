declare module 'fxa-common-password-list' {
  const list: {
    /** Whether it is among the 50,000 most common of ten million leaked passwords; only those of 8 signs and more. */
    test(password: string): boolean;
  };
  export default list;
}
