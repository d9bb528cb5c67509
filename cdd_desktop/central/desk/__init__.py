"""What people do at central: sign in, people, machines, codes, enrolments, publishing."""
