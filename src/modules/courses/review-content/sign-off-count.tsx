import { TextInput, type TextInputProps } from '../../../platform/ui/text-input.tsx';

export type SignOffCountProps = Pick<TextInputProps, 'label' | 'hint' | 'error' | 'value'> & {
  readonly name: 'signOffs' | 'committee';
};

/** How many sign-offs are demanded, of colleagues or of the committee. */
export const SignOffCount = ({ name, ...rest }: SignOffCountProps) => (
  <TextInput {...rest} id={name} name={name} type="number" min={0} max={9} required />
);
