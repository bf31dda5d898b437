// One script for the three, which share nearly all: each of its own would be cut into a dozen.
export { ChangeFieldScreen } from './change-field-screen.tsx';
export { NewConnectorScreen } from './new-connector-screen.tsx';
export { RotateKeyScreen } from './rotate-key-screen.tsx';
