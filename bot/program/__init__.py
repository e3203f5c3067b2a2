"""What the commands of the command line do, beside talking: a module for each thing they are about."""
